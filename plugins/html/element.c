/* SPDX-License-Identifier: MIT
 * The few forms that elements come in. */
#include <galley/text.h>

#include "plugins/html/sheet.h"

bool html_shown(const galley_text *text)
{
    return !text->copy && galley_text_first(text->text);
}

void html_begin(html_sheet *sheet, const char *element, const char *class)
{
    galley_html_open(&sheet->html, element);
    if (class)
        galley_html_set(&sheet->html, "class", class);
}

void html_end(html_sheet *sheet, const char *element)
{
    galley_html_close(&sheet->html, element);
    galley_html_newline(&sheet->html);
}

void html_line(html_sheet *sheet, const char *element, const char *class, galley_slice text)
{
    if (!galley_text_first(text))
        return;
    html_begin(sheet, element, class);
    galley_html_text(&sheet->html, text);
    html_end(sheet, element);
}

void html_put_line(html_sheet *sheet, const char *element, const char *class, const galley_text *text)
{
    if (!html_shown(text))
        return;
    html_begin(sheet, element, class);
    html_put_text(sheet, text);
    html_end(sheet, element);
}

void html_lead_to(html_sheet *sheet, const char *name)
{
    galley_html_set(&sheet->html, "href", galley_arena_print(sheet->arena, "#%s", name));
}
