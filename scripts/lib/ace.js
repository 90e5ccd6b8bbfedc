// SPDX-License-Identifier: MIT
// DAISY Ace over many books: ace.js TOOLS BOOK…  Ace itself starts a browser for each book and
// judges every document.  Here its runner keeps the first browser, and judges documents of the
// same build once: the same elements in the same order, with or without a text in each; words
// alone make no violation.  Prints what it finds; ends with 1 when there is any violation, with
// 2 when a book could not be judged.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const [tools, ...books] = process.argv.slice(2);
const load = name => require(path.join(path.resolve(tools), 'node_modules', name));
const ace = load('@daisy/ace-core');
const runner = load('@daisy/ace-axe-runner-puppeteer');
const options = {
  cwd: process.cwd(), outdir: path.join('build', 'out', 'ace'), doNotReportMedia: true,
  initLogger: true, silent: true, verbose: false, fileName: path.join('build', 'logs', 'ace-itself.log'),
};

// What a document is built of: texts and names are one letter, like neighbours are one.
function build(file) {
  return fs.readFileSync(file, 'utf8')
    .replace(/>[^<]+</g, text => (/[^>\s<]/.test(text) ? '>x<' : '><'))
    .replace(/ (href|id|src|alt|title|aria-label|aria-labelledby)="[^"]+"/g, ' $1="x"')
    .replace(/(<(p|li|td|tr|dd)\b[^>]*>x<\/\2>)\1+/g, '$1')
    .replace(/(<li>(<(?:a|span)\b[^>]*>x<\/(?:a|span)>)+<\/li>)\1+/g, '$1');
}

let started, judged = 0;
const known = new Map();
const kept = {
  ...runner,
  launch: () => (started ??= runner.launch()),
  close: () => Promise.resolve(),
  run: async (url, ...more) => {
    const bones = build(fileURLToPath(url));
    const first = !known.has(bones);
    if (first) known.set(bones, runner.run(url, ...more));
    judged++;
    const results = await known.get(bones);
    return first ? results : { properties: results.properties }; // what is wrong is told once
  },
};

// "document: rule: sentence" for every test that failed.
function failures(report) {
  return report.assertions.flatMap(document => document.assertions
    .filter(each => each['earl:result']['earl:outcome'] === 'fail')
    .map(each => `${document['earl:testSubject'].url}: ${each['earl:test']['dct:title']}: ` +
                 each['earl:result']['dct:description']));
}

async function judge(book) {
  const [, report] = await ace(book, options, kept);
  const found = failures(report);
  found.forEach(words => console.log(`${book}: ${words}`));
  return found.length ? 1 : 0;
}

async function main() {
  let status = 0;
  for (const book of books)
    status = Math.max(status, await judge(book).catch(error => (console.log(`${book}: ${error.message ?? error}`), 2)));
  if (status < 2) await runner.close();
  console.log(`${books.length} books, ${judged} documents, ${known.size} builds`);
  return status;
}

main().then(status => process.exit(status));
