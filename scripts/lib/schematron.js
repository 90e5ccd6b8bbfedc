// SPDX-License-Identifier: MIT
// The Schematron rules that a RELAX NG schema carries, which jing does not ask:
// schematron.js TOOLS SCHEMA FILE…  A pattern that needs a function of XSLT is left out and
// named.  Prints what the rules complain of; ends with 1 when there is any complaint.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const [tools, rng, ...files] = process.argv.slice(2);
const { Schema } = require(path.join(path.resolve(tools), 'node_modules/node-schematron'));

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
const prefixes = {
  sch: SCHEMATRON,
  tei: 'http://www.tei-c.org/ns/1.0',
  rng: 'http://relaxng.org/ns/structure/1.0',
  xi: 'http://www.w3.org/2001/XInclude',
};

const patterns = fs.readFileSync(rng, 'utf8').match(/<(?:sch:)?pattern\b[^]*?<\/(?:sch:)?pattern>/g) || [];
const beyond = pattern => /\b(current|generate-id)\(/.test(pattern);
const asked = patterns.filter(pattern => !beyond(pattern));
const bound = Object.entries(prefixes).map(([prefix, uri]) => `<ns prefix="${prefix}" uri="${uri}"/>`);
const schema = Schema.fromString(
  `<schema xmlns="${SCHEMATRON}" xmlns:sch="${SCHEMATRON}" queryBinding="xslt2">${bound.join('')}${asked.join('')}</schema>`);

let complaints = 0;
for (const file of files)
  for (const { message } of schema.validateString(fs.readFileSync(file, 'utf8'))) {
    complaints++;
    console.log(`${file}: ${message.replace(/\s+/g, ' ').trim()}`);
  }
for (const pattern of patterns.filter(beyond)) console.log(`left out: ${(/id="([^"]*)"/.exec(pattern) || [])[1]}`);
console.log(`${asked.length} patterns of ${patterns.length}, ${files.length} files: ${complaints} complaints`);
process.exitCode = complaints || !asked.length || !files.length ? 1 : 0;
