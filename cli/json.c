/* SPDX-License-Identifier: MIT
 * Enough JSON to list formats and plugins: an item a line, indented by two. */
#include "cli/cli.h"

static void put_string(FILE *file, const char *text)
{
    fputc('"', file);
    for (; *text; text++) {
        if ((unsigned char)*text < 0x20)
            fprintf(file, "\\u%04x", (unsigned)*text);
        else
            fprintf(file, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
    }
    fputc('"', file);
}

static void begin_item(cli_json *json, const char *key)
{
    if (json->depth)
        fprintf(json->file, "%s\n%*s", json->fresh ? "" : ",", json->depth * 2, "");
    json->fresh = false;
    if (key) {
        put_string(json->file, key);
        fputs(": ", json->file);
    }
}

void cli_json_open(cli_json *json, const char *key, char bracket)
{
    begin_item(json, key);
    fputc(bracket, json->file);
    json->depth++;
    json->fresh = true;
}

void cli_json_close(cli_json *json, char bracket)
{
    json->depth--;
    if (!json->fresh)
        fprintf(json->file, "\n%*s", json->depth * 2, "");
    fputc(bracket, json->file);
    json->fresh = false;
    if (!json->depth)
        fputc('\n', json->file);
}

void cli_json_text(cli_json *json, const char *key, const char *value)
{
    begin_item(json, key);
    if (value)
        put_string(json->file, value);
    else
        fputs("null", json->file);
}

void cli_json_number(cli_json *json, const char *key, long value)
{
    begin_item(json, key);
    fprintf(json->file, "%ld", value);
}

void cli_json_flag(cli_json *json, const char *key, bool value)
{
    begin_item(json, key);
    fputs(value ? "true" : "false", json->file);
}
