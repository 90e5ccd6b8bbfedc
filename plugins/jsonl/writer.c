/* SPDX-License-Identifier: MIT
 * An article a line, straight from the model to the sink, so that an issue of any size
 * costs no more memory than its longest article.  Each line stands alone: it repeats what
 * is known of the issue, and its id has the issue's in it. */
#include "plugins/jsonl/writer.h"

#include <stdlib.h>

#include "formats/json/lines.h"

static void write_number(galley_json *json, const char *key, uint64_t number)
{
    galley_json_key(json, key);
    galley_json_number(json, number);
}

static void write_share(galley_json *json, const char *key, float share)
{
    galley_json_key(json, key);
    galley_json_float(json, share);
}

/* ---- What it is ------------------------------------------------------------- */

/* "<issue>/<article>": one article has one name, whoever holds it. */
static void write_id(jsonl_writing *write, const char *key, const galley_article *article)
{
    galley_slice issue = write->issue->meta.id;
    galley_buffer_clear(&write->text);
    galley_buffer_add(&write->text, issue);
    galley_buffer_put(&write->text, issue.length ? "/" : "");
    galley_buffer_add(&write->text, article->id);
    galley_json_member(&write->json, key, galley_buffer_slice(&write->text));
}

static void write_other_part(jsonl_writing *write, const char *key, uint32_t index)
{
    if (index < write->issue->articles.count)
        write_id(write, key, write->issue->articles.items[index]);
}

static void write_issue(jsonl_writing *write)
{
    const galley_meta *meta = &write->issue->meta;
    const struct {
        const char *key;
        galley_slice value;
    } members[] = { { "id", meta->id },
                    { "title", meta->title },
                    { "date", meta->date },
                    { "number", meta->number },
                    { "language", meta->language },
                    { "publisher", meta->publisher },
                    { "place", meta->place },
                    { "issn", meta->issn },
                    { "cn", meta->cn },
                    { "subtitle", meta->subtitle },
                    { "edition", meta->edition },
                    { "volume", meta->volume },
                    { "editor", meta->editor },
                    { "licence", meta->licence },
                    { "source_url", meta->source_url },
                    { "previous", meta->previous },
                    { "next", meta->next },
                    { "conversion", meta->conversion } };
    galley_json_key(&write->json, "issue");
    galley_json_object(&write->json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        galley_json_option(&write->json, members[i].key, members[i].value);
    galley_json_close(&write->json);
}

static void write_head(jsonl_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    galley_json_member(json, "kind", galley_slice_of(galley_kind_name(article->kind)));
    galley_json_option(json, "language", article->language.length ? article->language : write->issue->meta.language);
    galley_json_option(json, "section", article->section.text);
    galley_json_option(json, "kicker", article->kicker.text);
    galley_json_member(json, "headline", article->headline.text);
    if (article->subheadlines.count) {
        galley_json_key(json, "subheadlines");
        galley_json_array(json, GALLEY_JSON_INLINE);
        for (size_t i = 0; i < article->subheadlines.count; i++)
            galley_json_string(json, article->subheadlines.items[i].text);
        galley_json_close(json);
    }
    galley_json_option(json, "byline", article->byline.text);
    galley_json_option(json, "dateline", article->dateline.text);
    galley_json_option(json, "credit", article->credit.text);
    galley_json_option(json, "continued_on", article->continued_on);
    galley_json_option(json, "continued_from", article->continued_from);
    write_other_part(write, "continued_in", article->continued_in);
    write_other_part(write, "continues", article->continues);
}

/* ---- Where it stands -------------------------------------------------------- */

static void write_page(galley_json *json, const galley_page *page)
{
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "id", page->id);
    galley_json_member(json, "number", page->number);
    galley_json_option(json, "section", page->section);
    galley_json_option(json, "source", page->source);
    galley_json_close(json);
}

static void write_pages(jsonl_writing *write, const galley_article *article)
{
    uint32_t pages[64];
    size_t room = sizeof pages / sizeof *pages, count = galley_article_pages(write->issue, article, pages, room);
    galley_json_key(&write->json, "pages");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < count && i < room; i++)
        if (pages[i] < write->issue->pages.count)
            write_page(&write->json, &write->issue->pages.items[pages[i]]);
    galley_json_close(&write->json);
}

static void take_lines(void *state, const char *role, const galley_text *text)
{
    (void)role;
    jsonl_writing *write = state;
    for (uint32_t i = 0; !text->copy && i < text->span_count; i++) {
        uint32_t *line = galley_push(write->arena, &write->lines);
        if (line)
            *line = text->spans[i].line;
    }
}

static int by_number(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

/* Ranges of line ids, in the order of the source. */
static void write_lines(jsonl_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    write->lines.count = 0;
    galley_article_visit(article, take_lines, write);
    size_t count = write->lines.count;
    const uint32_t *lines = write->lines.items;
    if (count)
        qsort(write->lines.items, count, sizeof *lines, by_number);
    galley_json_key(json, "lines");
    galley_json_array(json, GALLEY_JSON_INLINE);
    for (size_t first = 0, last; first < count; first = last + 1) {
        for (last = first; last + 1 < count && lines[last + 1] <= lines[last] + 1;)
            last++;
        galley_json_array(json, GALLEY_JSON_INLINE);
        galley_json_number(json, write->ids[lines[first]]);
        galley_json_number(json, write->ids[lines[last]]);
        galley_json_close(json);
    }
    galley_json_close(json);
}

/* ---- How sure it is --------------------------------------------------------- */

static void write_evidence(jsonl_writing *write, const galley_article *article)
{
    galley_json *json = &write->json;
    write_share(json, "confidence", article->confidence);
    galley_json_option(json, "note", article->note);
    if (!article->evidence.count)
        return;
    galley_json_key(json, "evidence");
    galley_json_array(json, GALLEY_JSON_INLINE);
    for (size_t i = 0; i < article->evidence.count; i++) {
        galley_json_object(json, GALLEY_JSON_INLINE);
        galley_json_member(json, "reason", galley_slice_of(article->evidence.items[i].reason));
        write_share(json, "weight", article->evidence.items[i].weight);
        galley_json_close(json);
    }
    galley_json_close(json);
}

static void write_join(jsonl_writing *write, const galley_repair_record *record)
{
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "pass", galley_slice_of(record->pass));
    galley_json_member(json, "kind", galley_slice_of(record->kind));
    write_number(json, "line", write->ids[record->line]);
    if (record->before.length || record->after.length) {
        galley_json_member(json, "before", record->before);
        galley_json_member(json, "after", record->after);
    }
    write_share(json, "confidence", record->confidence);
    galley_json_option(json, "why", galley_slice_of(record->why));
    galley_json_close(json);
}

static void write_joins(jsonl_writing *write, size_t article)
{
    if (!write->with_joins)
        return;
    galley_json_key(&write->json, "joins");
    galley_json_array(&write->json, GALLEY_JSON_INLINE);
    for (size_t i = write->begins[article]; i < write->begins[article + 1]; i++)
        write_join(write, &write->issue->repairs.items[write->joins[i]]);
    galley_json_close(&write->json);
}

/* ---- The file --------------------------------------------------------------- */

static void write_article(jsonl_writing *write, size_t index)
{
    const galley_article *article = write->issue->articles.items[index];
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "format", galley_slice_of("galley-article"));
    write_number(json, "version", 1);
    write_id(write, "id", article);
    write_issue(write);
    write_head(write, article);
    write_pages(write, article);
    write_lines(write, article);
    write_evidence(write, article);
    jsonl_write_blocks(write, article);
    jsonl_write_marks(write, article);
    jsonl_write_text(write, article);
    write_joins(write, index);
    galley_json_close(json);
    galley_json_end(json);
}

/* The repairs of each article, by a counting sort; behind the last one's those of no article. */
static bool sort_joins(jsonl_writing *write)
{
    size_t articles = write->issue->articles.count, count = write->issue->repairs.count;
    const uint32_t *owners = galley_json_owners(write->arena, write->issue);
    uint32_t *joins = galley_arena_array(write->arena, count + 1, sizeof *joins);
    size_t *begins = galley_arena_array(write->arena, articles + 3, sizeof *begins);
    if (!owners || !joins || !begins)
        return false;
    for (int filling = 0; filling < 2; filling++) {
        for (size_t i = 0; i < count; i++) {
            uint32_t line = write->issue->repairs.items[i].line;
            size_t owner = line < write->issue->lines.count && owners[line] != GALLEY_NONE ? owners[line] : articles;
            if (filling)
                joins[begins[owner + 1]++] = (uint32_t)i;
            else
                begins[owner + 2]++;
        }
        for (size_t i = 2; !filling && i < articles + 3; i++)
            begins[i] += begins[i - 1];
    }
    write->joins = joins;
    write->begins = begins;
    return true;
}

/* What an issue has and no article: a line cannot say it. */
static void tell(const jsonl_writing *write, galley_findings *findings)
{
    const galley_issue *issue = write->issue;
    size_t articles = issue->articles.count, bytes = 0, homeless = issue->repairs.count - write->begins[articles];
    for (size_t i = 0; i < issue->images.count; i++)
        bytes += issue->images.items[i].bytes.length > 0;
    if (issue->lines.count)
        galley_find(findings, GALLEY_LOST, "jsonl.facts", (galley_place){ 0 },
                    "the %zu lines themselves were left out; each article says on which it stands", issue->lines.count);
    if (homeless && write->with_joins)
        galley_find(findings, GALLEY_LOST, "jsonl.joins", (galley_place){ 0 },
                    "%zu repairs were left out, as they are in no article", homeless);
    if (bytes)
        galley_find(findings, GALLEY_LOST, "jsonl.images", (galley_place){ 0 },
                    "the bytes of %zu pictures were left out; their names stay", bytes);
}

galley_status jsonl_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                          galley_findings *findings)
{
    jsonl_writing write = { .json = { .sink = sink },
                            .issue = issue,
                            .arena = galley_arena_new(0),
                            .with_text = galley_settings_flag(settings, "text"),
                            .with_joins = galley_settings_flag(settings, "joins") };
    bool good = write.arena && sort_joins(&write);
    write.ids = good ? galley_json_line_ids(write.arena, issue) : NULL;
    if (write.ids) {
        tell(&write, findings);
        for (size_t i = 0; i < issue->articles.count; i++)
            write_article(&write, i);
    }
    good = write.ids && galley_arena_status(write.arena) == GALLEY_OK && !write.text.failed;
    galley_buffer_drop(&write.text);
    galley_arena_drop(write.arena);
    return good ? GALLEY_OK
                : galley_fail(findings, GALLEY_MEMORY, "jsonl.memory", (galley_place){ 0 },
                              "there is not enough memory to write it; nothing was written");
}
