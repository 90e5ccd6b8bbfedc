/* SPDX-License-Identifier: MIT
 * What uchardet guesses (guess.c), weighed.  It needs some length: it takes a
 * headline in Chinese for Greek or Thai, and one Chinese set for the other.  Both sets
 * put the common characters in rows of their own (GB 2312 its first level, Big5 its
 * first plane), so the share of a text that lies in them tells how Chinese it reads in
 * each.  The sets of the mainland are read as GB18030, which holds them all. */
#include "formats/charset/weigh.h"

#include "formats/charset/guess.h"

#include <iconv.h>
#include <strings.h>

#define SAMPLE ((size_t)1 << 20)
#define READS_WELL 0.8 /* share of common characters that no text in another script has */

galley_slice weigh_sample(galley_slice bytes)
{
    return galley_slice_part(bytes, 0, bytes.length < SAMPLE ? bytes.length : SAMPLE);
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strncasecmp(name, *names, strlen(*names)) == 0)
            return true;
    return false;
}

bool weigh_single_byte(const char *name)
{
    static const char *const families[] = { "ISO-8859", "WINDOWS-", "CP125",  "IBM",      "KOI8",
                                            "MAC-",     "TIS-620",  "VISCII", "GEORGIAN", NULL };
    return is_one_of(name, families);
}

/* ---- How Chinese it reads --------------------------------------------------- */

/* A set of Chinese characters: where they begin, how long they are, which ones are common. */
typedef struct chinese_set {
    const char *name;
    unsigned char lead_from;
    size_t (*length)(unsigned char trail); /* of a character; 0: it is none */
    bool (*common)(unsigned char lead, unsigned char trail);
} chinese_set;

static size_t gb_length(unsigned char trail)
{
    return trail >= '0' && trail <= '9' ? 4 : trail >= 0x40 && trail <= 0xfe && trail != 0x7f ? 2 : 0;
}

static bool is_gb_common(unsigned char lead, unsigned char trail)
{
    return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead == 0xa1 || lead == 0xa3);
}

static size_t big5_length(unsigned char trail)
{
    return (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe) ? 2 : 0;
}

static bool is_big5_common(unsigned char lead, unsigned char trail)
{
    (void)trail;
    return (lead >= 0xa4 && lead <= 0xc6) || lead == 0xa1 || lead == 0xa2;
}

static const chinese_set gb = { "GB18030", 0x81, gb_length, is_gb_common },
                         big5 = { "BIG5-HKSCS", 0x87, big5_length, is_big5_common };

/* The share of common characters among those above ASCII.  A byte that fits nowhere speaks against
 * the set as ten characters do: one of them is damage, one a word is another script. */
static double share_of_common(const chinese_set *set, galley_slice bytes)
{
    galley_slice sample = weigh_sample(bytes);
    size_t all = 0, common = 0;
    for (size_t i = 0; i < sample.length;) {
        unsigned char lead = (unsigned char)sample.text[i];
        unsigned char trail = i + 1 < sample.length ? (unsigned char)sample.text[i + 1] : 0;
        size_t length = lead >= set->lead_from && lead != 0xff ? set->length(trail) : 0;
        if (lead >= 0x80) {
            all += length ? 1 : 10;
            common += length && set->common(lead, trail);
        }
        i += lead >= 0x80 && length ? length : 1;
    }
    return all ? (double)common / (double)all : 0;
}

/* Big5 as Hong Kong wrote it, or as Windows did where only that can read the bytes. */
static const char *kind_of_big5(galley_slice bytes)
{
    static const char *const kinds[] = { "BIG5-HKSCS", "CP950" };
    galley_slice sample = weigh_sample(bytes);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        iconv_t handle = iconv_open("UTF-8", kinds[i]);
        char out[4096], *in = (char *)(uintptr_t)sample.text, *to;
        size_t left = sample.length, room;
        if (handle == (iconv_t)-1)
            continue;
        do {
            to = out;
            room = sizeof out;
        } while (iconv(handle, &in, &left, &to, &room) == (size_t)-1 && room < 16);
        iconv_close(handle);
        if (left < 2) /* the last character may be cut */
            return kinds[i];
    }
    return kinds[0];
}

/* ---- The guess -------------------------------------------------------------- */

/* Kana in EUC-JP stand in two rows; Japanese that is longer than a name has some. */
static bool has_kana(galley_slice bytes)
{
    galley_slice sample = weigh_sample(bytes);
    for (size_t i = 0; i < sample.length; i++) {
        unsigned char lead = (unsigned char)sample.text[i];
        if (lead < 0x80)
            continue;
        if (lead == 0xa4 || lead == 0xa5)
            return true;
        i++;
    }
    return false;
}

/* What uchardet says of UTF-8 that is broken, and of Chinese that happens to look like it. */
static const char *const not_eight_bit[] = { "UTF-8", "ASCII", NULL };

/* Whether a guess of uchardet's may be a Chinese text that it did not know. */
static bool is_doubtful(const char *name, galley_slice bytes)
{
    return !*name || is_one_of(name, not_eight_bit) || weigh_single_byte(name) || strcasecmp(name, "EUC-TW") == 0 ||
           (strcasecmp(name, "EUC-JP") == 0 && !has_kana(bytes));
}

const char *weigh_name(galley_arena *arena, galley_slice bytes)
{
    static const char *const chinese[] = { "GB", "BIG5", NULL };
    const char *name = charset_guess(arena, weigh_sample(bytes));
    bool doubtful = is_doubtful(name, bytes);
    if (!doubtful && !is_one_of(name, chinese))
        return strcasecmp(name, "HZ-GB-2312") == 0 ? "HZ" : name;
    double as_gb = share_of_common(&gb, bytes), as_big5 = share_of_common(&big5, bytes);
    double best = as_gb >= as_big5 ? as_gb : as_big5;
    if (best >= READS_WELL || (!doubtful && best > 0))
        return as_gb >= as_big5 ? gb.name : kind_of_big5(bytes);
    if (is_one_of(name, not_eight_bit))
        return "UTF-8";
    return *name ? name : NULL;
}
