/* SPDX-License-Identifier: MIT
 * JSON back into the model.  Strict: what is of the wrong type, or points at
 * nothing, ends the reading with its place; what is unknown is told of.  The law
 * is checked here, so that a file which breaks it is called a bad file. */
#include "plugins/json/reader.h"

#include <galley/law.h>
#include <galley/text.h>

#include "formats/json/lines.h"
#include "plugins/json/plugin.h"

/* ---- The issue -------------------------------------------------------------- */

static void read_meta(json_reading *read, const json_node *root)
{
    static const char *const known[] = { "id",       "title",      "date",        "number",     "language", "publisher",
                                         "place",    "subtitle",   "edition",     "volume",     "editor",   "licence",
                                         "previous", "source_url", "identifiers", "conversion", "next",     NULL };
    static const char *const identifiers[] = { "issn", "cn", NULL };
    galley_meta *meta = &read->issue->meta;
    json_node at = read_member_of(root, "issue");
    read_expect(read, &at, known);
    json_node names = read_member_of(&at, "identifiers");
    read_expect(read, &names, identifiers);
    const struct {
        const char *key;
        const json_node *up;
        galley_slice *to;
    } members[] = {
        { "id", &at, &meta->id },
        { "title", &at, &meta->title },
        { "date", &at, &meta->date },
        { "number", &at, &meta->number },
        { "place", &at, &meta->place },
        { "language", &at, &meta->language },
        { "issn", &names, &meta->issn },
        { "publisher", &at, &meta->publisher },
        { "cn", &names, &meta->cn },
        { "subtitle", &at, &meta->subtitle },
        { "edition", &at, &meta->edition },
        { "volume", &at, &meta->volume },
        { "editor", &at, &meta->editor },
        { "licence", &at, &meta->licence },
        { "source_url", &at, &meta->source_url },
        { "previous", &at, &meta->previous },
        { "next", &at, &meta->next },
        { "conversion", &at, &meta->conversion },
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        *members[i].to = read_text_of(read, members[i].up, members[i].key);
}

/* ---- Blocks ----------------------------------------------------------------- */

static void read_image(json_reading *read, const json_node *at, galley_block *block)
{
    json_node image = read_member_of(at, "image");
    if (image.value && !json_is_null(image.value))
        block->image = read_text(read, &image);
}

static void read_figure(json_reading *read, const json_node *at, const json_node *sources, galley_block *block)
{
    json_node caption = read_member_of(at, "caption"), credit = read_member_of(at, "credit");
    json_node credit_source = read_member_of(sources, "credit");
    block->text = json_read_text(read, &caption, at);
    block->credit = json_read_text(read, &credit, &credit_source);
    read_image(read, at, block);
}

static void read_plain(json_reading *read, const json_node *at, const json_node *sources, galley_block *block)
{
    (void)sources;
    json_node text = read_member_of(at, "text");
    block->text = json_read_text(read, &text, at);
}

static void read_list(json_reading *read, const json_node *at, const json_node *sources, galley_block *block)
{
    read_plain(read, at, sources, block);
    json_node items = read_member_of(at, "items"), spans = read_member_of(sources, "items");
    size_t count = read_count(read, &items);
    read_count(read, &spans);
    galley_text *made = galley_arena_array(read->issue->arena, count, sizeof *made);
    for (size_t i = 0; made && i < count && read_good(read); i++) {
        json_node item = read_element_of(&items, i), source = read_element_of(&spans, i);
        made[i] = json_read_text(read, &item, &source);
    }
    block->items = made;
    block->item_count = made ? (uint32_t)count : 0;
}

/* The widest row says how many columns there are. */
static size_t widest(json_reading *read, const json_node *rows)
{
    size_t columns = 0;
    for (size_t i = 0, count = read_count(read, rows); i < count && read_good(read); i++) {
        json_node row = read_element_of(rows, i);
        size_t cells = read_count(read, &row);
        columns = cells > columns ? cells : columns;
    }
    return columns;
}

/* Short rows are filled up with empty cells, but for the last. */
static void read_table(json_reading *read, const json_node *at, const json_node *sources, galley_block *block)
{
    read_plain(read, at, sources, block);
    json_node rows = read_member_of(at, "rows"), spans = read_member_of(sources, "items");
    size_t columns = widest(read, &rows), count = read_count(read, &rows), cells = 0, given = 0;
    read_count(read, &spans);
    if (columns && count > 1000000 / columns)
        read_fail(read, &rows, "the table has more than a million cells");
    galley_text *made = read_good(read) ? galley_arena_array(read->issue->arena, count * columns, sizeof *made) : NULL;
    for (size_t i = 0; made && i < count * columns; i++)
        made[i].text = galley_slice_of("");
    for (size_t i = 0; made && i < count; i++) {
        json_node row = read_element_of(&rows, i);
        size_t filled = read_count(read, &row);
        for (size_t k = 0; k < filled && read_good(read); k++) {
            json_node cell = read_element_of(&row, k), source = read_element_of(&spans, given++);
            made[i * columns + k] = json_read_text(read, &cell, &source);
        }
        cells = i + 1 < count ? (i + 1) * columns : i * columns + filled;
    }
    block->items = made;
    block->item_count = (uint32_t)cells;
    block->columns = (uint32_t)columns;
}

#define PLACES "type", "lines", "spans", "bytes", "copy", "marks", "sources", "confidence", "level"

static const char *const plain_members[] = { PLACES, "text", NULL };
static const char *const figure_members[] = { PLACES, "caption", "credit", "image", NULL };
static const char *const list_members[] = { PLACES, "text", "items", NULL };
static const char *const table_members[] = { PLACES, "text", "rows", NULL };

static const struct {
    const char *const *known;
    void (*read)(json_reading *read, const json_node *at, const json_node *sources, galley_block *block);
    const char *required; /* NULL: nothing */
} bodies[GALLEY_BLOCK_COUNT] = {
    [GALLEY_PARAGRAPH] = { plain_members, read_plain, NULL },
    [GALLEY_CROSSHEAD] = { plain_members, read_plain, NULL },
    [GALLEY_QUOTATION] = { plain_members, read_plain, NULL },
    [GALLEY_FIGURE] = { figure_members, read_figure, "caption" },
    [GALLEY_LIST] = { list_members, read_list, "items" },
    [GALLEY_TABLE] = { table_members, read_table, "rows" },
};

static void read_block(json_reading *read, const json_node *at, galley_article *article)
{
    static const char *const known[] = { "credit", "items", NULL };
    galley_block_type type = GALLEY_PARAGRAPH;
    if (!at->value || !read_object(read, at))
        return;
    json_node name = read_member_of(at, "type"), sources = read_member_of(at, "sources");
    galley_slice word = read_text(read, &name);
    if (word.length && !galley_block_parse(word, &type))
        read_fail(read, &name, "there is no block \"%.*s\"", GALLEY_SHOW(word));
    read_expect(read, at, bodies[type].known);
    if (bodies[type].required)
        read_require(read, at, bodies[type].required);
    read_expect(read, &sources, known);
    if (!read_good(read))
        return;
    galley_block *block = galley_article_add_block(read->issue, article, type);
    bodies[type].read(read, at, &sources, block);
    block->confidence = read_share_of(read, at, "confidence", 1);
    block->level = (uint32_t)read_number_of(read, at, "level", UINT32_MAX, 0);
}

/* ---- Articles --------------------------------------------------------------- */

static void read_head(json_reading *read, const json_node *at, galley_article *article)
{
    static const char *const known[] = { "section",  "kicker", "headline",     "byline",
                                         "dateline", "credit", "subheadlines", NULL };
    const struct {
        const char *name;
        galley_text *text;
    } fields[] = { { "section", &article->section },   { "kicker", &article->kicker },
                   { "headline", &article->headline }, { "byline", &article->byline },
                   { "dateline", &article->dateline }, { "credit", &article->credit } };
    json_node sources = read_member_of(at, "sources");
    read_expect(read, &sources, known);
    for (size_t i = 0; i < sizeof fields / sizeof *fields && read_good(read); i++) {
        json_node text = read_member_of(at, fields[i].name), source = read_member_of(&sources, fields[i].name);
        *fields[i].text = json_read_text(read, &text, &source);
    }
    json_node texts = read_member_of(at, "subheadlines"), spans = read_member_of(&sources, "subheadlines");
    read_count(read, &spans);
    for (size_t i = 0, count = read_count(read, &texts); i < count && read_good(read); i++) {
        json_node text = read_element_of(&texts, i), source = read_element_of(&spans, i);
        *galley_article_add_subheadline(read->issue, article) = json_read_text(read, &text, &source);
    }
}

static void read_evidence(json_reading *read, const json_node *at, galley_article *article)
{
    static const char *const known[] = { "reason", "weight", NULL };
    json_node list = read_member_of(at, "evidence");
    for (size_t i = 0, count = read_count(read, &list); i < count && read_good(read); i++) {
        json_node one = read_element_of(&list, i);
        read_expect(read, &one, known);
        read_require(read, &one, "reason");
        read_require(read, &one, "weight");
        galley_slice reason = read_text_of(read, &one, "reason");
        galley_article_add_evidence(read->issue, article, read_float_of(read, &one, "weight", 0), "%.*s",
                                    GALLEY_SHOW(reason));
    }
}

/* The first page is the article's own; the others are where its lines are, but must exist. */
static void read_article_pages(json_reading *read, const json_node *at, galley_article *article)
{
    json_node pages = read_member_of(at, "pages");
    for (size_t i = 0, count = read_count(read, &pages); i < count && read_good(read); i++) {
        json_node page = read_element_of(&pages, i);
        uint32_t index = json_find_page(read, &page);
        article->page = i ? article->page : index;
    }
}

static galley_kind read_kind(json_reading *read, const json_node *at)
{
    galley_kind kind = GALLEY_NEWS;
    json_node name = read_member_of(at, "kind");
    galley_slice word = read_text(read, &name);
    if (word.length && !galley_kind_parse(word, &kind))
        read_fail(read, &name, "there is no kind of article \"%.*s\"", GALLEY_SHOW(word));
    return kind;
}

static void read_article(json_reading *read, const json_node *at)
{
    static const char *const known[] = {
        "id",           "kind",       "section", "kicker",   "headline",     "subheadlines",   "byline",
        "dateline",     "credit",     "sources", "pages",    "continued_on", "continued_from", "continues",
        "continued_in", "confidence", "note",    "evidence", "blocks",       "language",       NULL
    };
    read_expect(read, at, known);
    if (!read_good(read))
        return;
    galley_article *article = galley_issue_add_article(read->issue, read_kind(read, at));
    json_node id = read_member_of(at, "id");
    article->id = read_text(read, &id);
    if (!id.value)
        article->id = galley_slice_of(galley_arena_print(read->issue->arena, "a%zu", read->issue->articles.count));
    article->continued_on = read_text_of(read, at, "continued_on");
    article->continued_from = read_text_of(read, at, "continued_from");
    article->confidence = read_share_of(read, at, "confidence", 1);
    article->note = read_text_of(read, at, "note");
    article->language = read_text_of(read, at, "language");
    read_article_pages(read, at, article);
    read_head(read, at, article);
    read_evidence(read, at, article);
    json_node blocks = read_member_of(at, "blocks");
    for (size_t i = 0, count = read_count(read, &blocks); i < count && read_good(read); i++) {
        json_node block = read_element_of(&blocks, i);
        read_block(read, &block, article);
    }
}

static uint32_t find_article(json_reading *read, const json_node *up, const char *key)
{
    json_node at = read_member_of(up, key);
    galley_slice id = read_text(read, &at);
    if (!id.length)
        return GALLEY_NONE;
    for (size_t i = 0; i < read->issue->articles.count; i++)
        if (galley_slice_equal(read->issue->articles.items[i]->id, id))
            return (uint32_t)i;
    read_fail(read, &at, "there is no article \"%.*s\"", GALLEY_SHOW(id));
    return GALLEY_NONE;
}

static void read_articles(json_reading *read, const json_node *root)
{
    json_node list = read_member_of(root, "articles");
    size_t count = read_count(read, &list);
    for (size_t i = 0; i < count && read_good(read); i++) {
        json_node article = read_element_of(&list, i);
        read_article(read, &article);
    }
    for (size_t i = 0; i < count && i < read->issue->articles.count && read_good(read); i++) {
        json_node article = read_element_of(&list, i);
        read->issue->articles.items[i]->continued_in = find_article(read, &article, "continued_in");
        read->issue->articles.items[i]->continues = find_article(read, &article, "continues");
    }
}

/* ---- Furniture and repairs -------------------------------------------------- */

static uint32_t read_piece(json_reading *read, const json_node *at)
{
    static const char *const known[] = { "kind",  "text", "line",  "lines", "spans",
                                         "bytes", "copy", "marks", "page",  NULL };
    galley_furniture_kind kind = GALLEY_OTHER;
    read_expect(read, at, known);
    read_require(read, at, "text");
    json_node name = read_member_of(at, "kind"), text = read_member_of(at, "text"), page = read_member_of(at, "page");
    galley_slice word = read_text(read, &name);
    if (word.length && !galley_furniture_parse(word, &kind))
        read_fail(read, &name, "there is no kind of furniture \"%.*s\"", GALLEY_SHOW(word));
    if (read_good(read))
        galley_issue_add_furniture(read->issue, kind, json_read_text(read, &text, at));
    return page.value ? json_find_page(read, &page) : 0;
}

/* The pages of the pieces, for the facts that may have to be made. */
static uint32_t *read_furniture(json_reading *read, const json_node *root)
{
    json_node list = read_member_of(root, "furniture");
    size_t count = read_count(read, &list);
    uint32_t *pages = galley_arena_array(read->scratch, count + 1, sizeof *pages);
    for (size_t i = 0; pages && i < count && read_good(read); i++) {
        json_node piece = read_element_of(&list, i);
        pages[i] = read_piece(read, &piece);
    }
    return pages;
}

/* The article follows from the line; who moved a text from one to another need not mind it here. */
static void check_owner(json_reading *read, const json_node *at, const uint32_t *owners, uint32_t line)
{
    galley_slice id = read_text_of(read, at, "article");
    if (!id.length || !owners || line >= read->issue->lines.count)
        return;
    uint32_t owner = owners[line];
    galley_slice is =
        owner < read->issue->articles.count ? read->issue->articles.items[owner]->id : galley_slice_of("");
    if (!galley_slice_equal(id, is))
        galley_find(read->findings, GALLEY_UNSURE, "json.article", (galley_place){ .file = read->file },
                    "repairs/%zu/article: the line is not in the article \"%.*s\"; the line was believed", at->index,
                    GALLEY_SHOW(id));
}

static void read_repair(json_reading *read, const json_node *at, const uint32_t *owners)
{
    static const char *const known[] = {
        "pass", "kind", "line", "article", "before", "after", "confidence", "why", NULL
    };
    read_expect(read, at, known);
    read_require(read, at, "pass");
    read_require(read, at, "kind");
    galley_slice pass = read_text_of(read, at, "pass"), kind = read_text_of(read, at, "kind");
    json_node line = read_member_of(at, "line");
    uint32_t index = GALLEY_NONE;
    if (line.value && read_good(read)) {
        index = json_find_line(read, read_number(read, &line, UINT32_MAX));
        if (index == GALLEY_NONE && !read->made)
            read_fail(read, &line, "this line is not on any page");
    }
    check_owner(read, at, owners, index);
    galley_repair_record *record =
        galley_issue_add_repair(read->issue, pass.text, kind.text, index, read_share_of(read, at, "confidence", 1));
    record->before = read_text_of(read, at, "before");
    record->after = read_text_of(read, at, "after");
    record->why = read_text_of(read, at, "why").text;
}

static void read_repairs(json_reading *read, const json_node *root)
{
    json_node list = read_member_of(root, "repairs");
    size_t count = read_count(read, &list);
    const uint32_t *owners = count && !read->made ? galley_json_owners(read->scratch, read->issue) : NULL;
    for (size_t i = 0; i < count && read_good(read); i++) {
        json_node one = read_element_of(&list, i);
        read_repair(read, &one, owners);
    }
}

/* ---- The file --------------------------------------------------------------- */

static bool is_ours(json_reading *read, const json_node *root)
{
    if (!read_object(read, root))
        return false;
    json_node format = read_member_of(root, "format"), version = read_member_of(root, "version");
    const char *word = json_string_value(format.value);
    if (!word || strcmp(word, "galley-issue") != 0)
        read_fail(read, &format, "\"galley-issue\" was expected, so this is no issue of Galley");
    else if (!json_is_integer(version.value) || json_integer_value(version.value) != 1)
        read_fail(read, &version, "only version 1 can be read");
    return read_good(read);
}

static void check_law(json_reading *read, const json_node *root)
{
    galley_law_report report;
    galley_status status = galley_law_check(read->issue, NULL, &report);
    if (status == GALLEY_INTERNAL)
        read_fail(read, root, "of the %zu characters of the pages %zu stand in no text and %zu in more than one",
                  report.characters, report.lost, report.doubled);
    else if (status != GALLEY_OK)
        read->status = status;
}

static void read_root(json_reading *read, const json_node *root)
{
    static const char *const known[] = { "format",    "version", "issue",  "pages",   "articles",
                                         "furniture", "repairs", "images", "$schema", NULL };
    if (!is_ours(read, root))
        return;
    read_expect(read, root, known);
    read_meta(read, root);
    json_read_pages(read, root);
    read_articles(read, root);
    const uint32_t *pages = read_furniture(read, root);
    read_repairs(read, root);
    json_read_images(read, root);
    read_require(read, root, "articles");
    read->issue->has_readings = true;
    if (read_good(read) && pages && read->made)
        galley_issue_make_facts(read->issue, pages);
    if (read_good(read))
        read->status = galley_arena_status(read->scratch);
    if (read_good(read))
        read->status = galley_issue_status(read->issue);
    if (read_good(read))
        check_law(read, root);
}

/* jansson's words may end within a character, or quote a line end. */
static galley_status report_syntax(const json_error_t *error, const char *file, galley_findings *findings)
{
    char words[JSON_ERROR_TEXT_LENGTH];
    size_t length = strlen(error->text), bad_at;
    memcpy(words, error->text, length);
    if (!galley_text_valid((galley_slice){ words, length }, &bad_at))
        length = bad_at;
    for (size_t i = 0; i < length; i++)
        words[i] = (unsigned char)words[i] < 0x20 ? ' ' : words[i];
    galley_place place = { .file = file,
                           .line = error->line > 0 ? (uint32_t)error->line : 0,
                           .column = error->column > 0 ? (uint32_t)error->column : 0 };
    bool memory = json_error_code(error) == json_error_out_of_memory;
    return galley_fail(findings, memory ? GALLEY_MEMORY : GALLEY_FORMAT, memory ? "json.memory" : "json.syntax", place,
                       "this is no JSON that can be read (%.*s); nothing was read", (int)length, words);
}

galley_status json_read(galley_issue *issue, galley_source *const *sources, size_t count,
                        const galley_settings *settings, galley_findings *findings)
{
    (void)settings;
    (void)count;
    json_error_t error;
    galley_slice bytes = galley_source_bytes(sources[0]), mark = galley_slice_of("\xef\xbb\xbf");
    if (galley_slice_starts(bytes, mark))
        bytes = galley_slice_part(bytes, mark.length, bytes.length);
    json_t *value =
        json_loadb(bytes.text ? bytes.text : "", bytes.length, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!value)
        return report_syntax(&error, galley_source_name(sources[0]), findings);
    json_reading read = { .issue = issue,
                          .findings = findings,
                          .file = galley_source_name(sources[0]),
                          .scratch = galley_arena_new(galley_arena_cap(issue->arena)) };
    const json_node root = { .value = value };
    if (read.scratch)
        read_root(&read, &root);
    else
        read.status = GALLEY_MEMORY;
    galley_arena_drop(read.scratch);
    json_decref(value);
    return read.status;
}
