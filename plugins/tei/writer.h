/* SPDX-License-Identifier: MIT
 * TEI in the making: what its parts share.  A part is one child of <TEI>. */
#ifndef PLUGINS_TEI_WRITER_H
#define PLUGINS_TEI_WRITER_H

#include <galley/plugin.h>

#include "formats/xml/writer.h"

struct tei {
    galley_xml xml;
    const galley_issue *issue;
    bool lines;     /* <lb/> at every line */
    bool facsimile; /* <facsimile>, and @facs on what stands in it */
    bool repairs;   /* <standOff> */
};

galley_status tei_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                        galley_findings *findings);

void tei_write_header(struct tei *tei);
void tei_write_facsimile(struct tei *tei);
void tei_write_standoff(struct tei *tei);
void tei_write_body(struct tei *tei);

/* One article as a division. */
void tei_write_article(struct tei *tei, const galley_article *article);

/* A text with a line beginning wherever one of the source's lines begins. */
void tei_write_lines(struct tei *tei, const galley_text *text);

/* An element with such a text, nothing for an empty one.  `type` may be NULL. */
void tei_write_text(struct tei *tei, const char *element, const char *type, const galley_text *text);

#endif
