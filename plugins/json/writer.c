/* SPDX-License-Identifier: MIT
 * An issue as JSON, straight from the model to the sink.  A field that is empty is
 * left out, but for those that every article has. */
#include "plugins/json/writer.h"

#include "formats/json/lines.h"
#include "plugins/json/plugin.h"

/* ---- The issue -------------------------------------------------------------- */

static void write_meta(json_writing *write)
{
    const galley_meta *meta = &write->issue->meta;
    galley_json *json = &write->json;
    galley_json_key(json, "issue");
    galley_json_object(json, GALLEY_JSON_SPREAD);
    galley_json_member(json, "id", meta->id);
    galley_json_member(json, "title", meta->title);
    galley_json_member(json, "date", meta->date);
    galley_json_member(json, "number", meta->number);
    galley_json_member(json, "language", meta->language);
    galley_json_member(json, "publisher", meta->publisher);
    galley_json_option(json, "place", meta->place);
    galley_json_option(json, "subtitle", meta->subtitle);
    galley_json_option(json, "edition", meta->edition);
    galley_json_option(json, "volume", meta->volume);
    galley_json_option(json, "editor", meta->editor);
    galley_json_option(json, "licence", meta->licence);
    galley_json_option(json, "source_url", meta->source_url);
    galley_json_option(json, "previous", meta->previous);
    galley_json_option(json, "next", meta->next);
    galley_json_option(json, "conversion", meta->conversion);
    galley_json_key(json, "identifiers");
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_option(json, "issn", meta->issn);
    galley_json_option(json, "cn", meta->cn);
    galley_json_close(json);
    galley_json_close(json);
}

/* ---- Texts ------------------------------------------------------------------ */

static void write_source(json_writing *write, const galley_text *text)
{
    galley_json_object(&write->json, GALLEY_JSON_INLINE);
    json_write_spans(write, text);
    galley_json_close(&write->json);
}

static bool any_spans(const json_writing *write, const galley_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (json_has_spans(write, &texts[i]))
            return true;
    return false;
}

static void write_sources(json_writing *write, const char *key, const galley_text *texts, size_t count)
{
    if (!any_spans(write, texts, count))
        return;
    galley_json_key(&write->json, key);
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < count; i++)
        write_source(write, &texts[i]);
    galley_json_close(&write->json);
}

static void write_texts(json_writing *write, const galley_text *texts, size_t count)
{
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < count; i++)
        galley_json_string(&write->json, texts[i].text);
    galley_json_close(&write->json);
}

/* ---- Blocks ----------------------------------------------------------------- */

static void write_rows(json_writing *write, const galley_block *block)
{
    uint32_t columns = block->columns ? block->columns : 1;
    galley_json_key(&write->json, "rows");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (uint32_t i = 0; i < block->item_count; i += columns)
        write_texts(write, block->items + i, block->item_count - i < columns ? block->item_count - i : columns);
    galley_json_close(&write->json);
}

static void write_plain(json_writing *write, const galley_block *block)
{
    galley_json_member(&write->json, "text", block->text.text);
}

static void write_figure(json_writing *write, const galley_block *block)
{
    galley_json_member(&write->json, "caption", block->text.text);
    galley_json_option(&write->json, "credit", block->credit.text);
    galley_json_key(&write->json, "image");
    if (block->image.length)
        galley_json_string(&write->json, block->image);
    else
        galley_json_null(&write->json);
}

static void write_list(json_writing *write, const galley_block *block)
{
    galley_json_option(&write->json, "text", block->text.text);
    galley_json_key(&write->json, "items");
    write_texts(write, block->items, block->item_count);
}

static void write_table(json_writing *write, const galley_block *block)
{
    galley_json_option(&write->json, "text", block->text.text);
    write_rows(write, block);
}

static void write_block(json_writing *write, const galley_block *block)
{
    static void (*const bodies[GALLEY_BLOCK_COUNT])(json_writing *, const galley_block *) = {
        [GALLEY_PARAGRAPH] = write_plain, [GALLEY_CROSSHEAD] = write_plain, [GALLEY_QUOTATION] = write_plain,
        [GALLEY_FIGURE] = write_figure,   [GALLEY_LIST] = write_list,       [GALLEY_TABLE] = write_table,
    };
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "type", galley_slice_of(galley_block_name(block->type)));
    bodies[block->type](write, block);
    if (block->level) {
        galley_json_key(json, "level");
        galley_json_number(json, block->level);
    }
    json_write_spans(write, &block->text);
    if (any_spans(write, &block->credit, 1) || any_spans(write, block->items, block->item_count)) {
        galley_json_key(json, "sources");
        galley_json_object(json, GALLEY_JSON_INLINE);
        if (json_has_spans(write, &block->credit)) {
            galley_json_key(json, "credit");
            write_source(write, &block->credit);
        }
        write_sources(write, "items", block->items, block->item_count);
        galley_json_close(json);
    }
    if (block->confidence < 1) {
        galley_json_key(json, "confidence");
        galley_json_float(json, block->confidence);
    }
    galley_json_close(json);
}

/* ---- Articles --------------------------------------------------------------- */

typedef struct field {
    const char *name;
    const galley_text *text;
} field;

#define FIELDS 6

static void list_fields(const galley_article *article, field *out)
{
    const field fields[FIELDS] = { { "section", &article->section },   { "kicker", &article->kicker },
                                   { "headline", &article->headline }, { "byline", &article->byline },
                                   { "dateline", &article->dateline }, { "credit", &article->credit } };
    memcpy(out, fields, sizeof fields);
}

static void write_head(json_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    galley_json_option(json, "section", article->section.text);
    galley_json_option(json, "kicker", article->kicker.text);
    galley_json_member(json, "headline", article->headline.text);
    if (article->subheadlines.count) {
        galley_json_key(json, "subheadlines");
        write_texts(write, article->subheadlines.items, article->subheadlines.count);
    }
    galley_json_option(json, "byline", article->byline.text);
    galley_json_option(json, "dateline", article->dateline.text);
    galley_json_option(json, "credit", article->credit.text);
}

static void write_head_sources(json_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    field fields[FIELDS];
    bool any = any_spans(write, article->subheadlines.items, article->subheadlines.count);
    list_fields(article, fields);
    for (size_t i = 0; i < FIELDS; i++)
        any = any || json_has_spans(write, fields[i].text);
    if (!any)
        return;
    galley_json_key(json, "sources");
    galley_json_object(json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < FIELDS; i++)
        if (json_has_spans(write, fields[i].text)) {
            galley_json_key(json, fields[i].name);
            write_source(write, fields[i].text);
        }
    write_sources(write, "subheadlines", article->subheadlines.items, article->subheadlines.count);
    galley_json_close(json);
}

static void write_other_part(json_writing *write, const char *key, uint32_t index)
{
    if (index < write->issue->articles.count)
        galley_json_option(&write->json, key, write->issue->articles.items[index]->id);
}

static void write_ways(json_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    uint32_t pages[64];
    size_t count = galley_article_pages(write->issue, article, pages, sizeof pages / sizeof *pages);
    galley_json_option(json, "continued_on", article->continued_on);
    galley_json_option(json, "continued_from", article->continued_from);
    write_other_part(write, "continued_in", article->continued_in);
    write_other_part(write, "continues", article->continues);
    galley_json_key(json, "pages");
    galley_json_array(json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < count && i < sizeof pages / sizeof *pages; i++)
        if (pages[i] < write->issue->pages.count)
            galley_json_string(json, write->issue->pages.items[pages[i]].id);
    galley_json_close(json);
}

static void write_evidence(json_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    galley_json_key(json, "confidence");
    galley_json_float(json, article->confidence);
    galley_json_option(json, "note", article->note);
    if (!article->evidence.count)
        return;
    galley_json_key(json, "evidence");
    galley_json_array(json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < article->evidence.count; i++) {
        galley_json_object(json, GALLEY_JSON_INLINE);
        galley_json_member(json, "reason", galley_slice_of(article->evidence.items[i].reason));
        galley_json_key(json, "weight");
        galley_json_float(json, article->evidence.items[i].weight);
        galley_json_close(json);
    }
    galley_json_close(json);
}

static void write_article(json_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_SPREAD);
    galley_json_member(json, "id", article->id);
    galley_json_member(json, "kind", galley_slice_of(galley_kind_name(article->kind)));
    galley_json_option(json, "language", article->language);
    write_head(write, article);
    write_ways(write, article);
    write_evidence(write, article);
    write_head_sources(write, article);
    galley_json_key(json, "blocks");
    galley_json_array(json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < article->blocks.count; i++)
        write_block(write, &article->blocks.items[i]);
    galley_json_close(json);
    galley_json_close(json);
}

static void write_articles(json_writing *write)
{
    galley_json_key(&write->json, "articles");
    galley_json_array(&write->json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < write->issue->articles.count; i++)
        write_article(write, write->issue->articles.items[i]);
    galley_json_close(&write->json);
}

/* ---- Furniture and repairs -------------------------------------------------- */

static void write_furniture_place(json_writing *write, const galley_text *text)
{
    galley_json *json = &write->json;
    bool placed = text->span_count && text->spans[0].line < write->issue->lines.count;
    if (placed && !write->facts)
        galley_json_member(json, "page", galley_line_page(write->issue, text->spans[0].line)->id);
    if (!placed || !write->facts) {
        json_write_marks(write, text);
        return;
    }
    galley_json_key(json, "line");
    galley_json_number(json, write->ids[text->spans[0].line]);
    if (!json_is_one_line(write, text))
        json_write_spans(write, text);
}

static void write_furniture(json_writing *write)
{
    galley_json *json = &write->json;
    galley_json_key(json, "furniture");
    galley_json_array(json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < write->issue->furniture.count; i++) {
        const galley_furniture *piece = &write->issue->furniture.items[i];
        galley_json_object(json, GALLEY_JSON_INLINE);
        galley_json_member(json, "kind", galley_slice_of(galley_furniture_name(piece->kind)));
        galley_json_member(json, "text", piece->text.text);
        write_furniture_place(write, &piece->text);
        galley_json_close(json);
    }
    galley_json_close(json);
}

static void write_repair(json_writing *write, const galley_repair_record *record)
{
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "pass", galley_slice_of(record->pass));
    galley_json_member(json, "kind", galley_slice_of(record->kind));
    if (write->facts && record->line < write->issue->lines.count) {
        galley_json_key(json, "line");
        galley_json_number(json, write->ids[record->line]);
        if (write->owners[record->line] != GALLEY_NONE)
            galley_json_option(json, "article", write->issue->articles.items[write->owners[record->line]]->id);
    }
    if (record->before.length || record->after.length) {
        galley_json_member(json, "before", record->before);
        galley_json_member(json, "after", record->after);
    }
    galley_json_key(json, "confidence");
    galley_json_float(json, record->confidence);
    galley_json_option(json, "why", galley_slice_of(record->why));
    galley_json_close(json);
}

static void write_repairs(json_writing *write)
{
    if (!write->repairs)
        return;
    galley_json_key(&write->json, "repairs");
    galley_json_array(&write->json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < write->issue->repairs.count; i++)
        write_repair(write, &write->issue->repairs.items[i]);
    galley_json_close(&write->json);
}

/* ---- The file --------------------------------------------------------------- */

static void write_file(json_writing *write)
{
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_SPREAD);
    galley_json_member(json, "format", galley_slice_of("galley-issue"));
    galley_json_key(json, "version");
    galley_json_number(json, 1);
    write_meta(write);
    json_write_pages(write);
    write_articles(write);
    write_furniture(write);
    write_repairs(write);
    json_write_images(write);
    galley_json_close(json);
    galley_json_end(json);
}

static bool is_on(const galley_settings *settings, const char *name)
{
    return !galley_settings_has(settings, name) || galley_settings_flag(settings, name);
}

/* Only bytes are left out; what a picture is called and what it shows stays. */
static void tell_images(const json_writing *write, galley_findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < write->issue->images.count; i++)
        count += write->issue->images.items[i].bytes.length > 0;
    if (count && !write->images)
        galley_find(findings, GALLEY_LOST, "json.images", (galley_place){ 0 },
                    "the bytes of %zu pictures were left out; --set images=yes writes them", count);
}

/* What was asked for in bytes and can only be said in code points. */
static void tell_bytes(const json_writing *write, galley_findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < write->issue->pages.count; i++)
        count += !write->in_bytes[i] && write->issue->pages.items[i].line_count;
    if (count && write->facts && write->bytes)
        galley_find(findings, GALLEY_LOST, "json.bytes", (galley_place){ 0 },
                    "the lines of %zu pages do not stand in a file in UTF-8, as far as can be told; their texts are "
                    "placed in code points",
                    count);
}

static void tell_facts(const json_writing *write, galley_findings *findings)
{
    if (!write->facts && write->issue->lines.count)
        galley_find(findings, GALLEY_LOST, "json.facts", (galley_place){ 0 },
                    "the %zu lines of the pages were left out, so no word finds its way back to the page",
                    write->issue->lines.count);
}

/* What is known of the lines before the first one is written. */
static bool prepare(json_writing *write, galley_arena *arena)
{
    if (!arena || !json_find_bytes(write, arena))
        return false;
    write->ids = galley_json_line_ids(arena, write->issue);
    write->owners = galley_json_owners(arena, write->issue);
    return write->ids && write->owners;
}

static json_writing begin(const galley_issue *issue, galley_sink *sink, const galley_settings *settings)
{
    bool images = galley_settings_has(settings, "images") && galley_settings_flag(settings, "images");
    galley_slice offsets = galley_slice_of(galley_settings_text(settings, "offsets"));
    return (json_writing){ .json = { .sink = sink },
                           .issue = issue,
                           .facts = is_on(settings, "facts"),
                           .repairs = is_on(settings, "repairs"),
                           .images = images,
                           .codes = !galley_slice_is(offsets, "bytes"),
                           .bytes = galley_slice_is(offsets, "bytes") || galley_slice_is(offsets, "both") };
}

galley_status json_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings)
{
    json_writing write = begin(issue, sink, settings);
    galley_arena *arena = galley_arena_new(0);
    if (prepare(&write, arena)) {
        tell_facts(&write, findings);
        tell_bytes(&write, findings);
        tell_images(&write, findings);
        write_file(&write);
    } else {
        write.status = GALLEY_MEMORY;
    }
    galley_arena_drop(arena);
    return write.status == GALLEY_OK ? GALLEY_OK
                                     : galley_fail(findings, write.status, "json.memory", (galley_place){ 0 },
                                                   "there is not enough memory to write it; nothing was written");
}
