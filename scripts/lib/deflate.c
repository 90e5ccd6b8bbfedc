/* SPDX-License-Identifier: MIT
 * What deflating costs by itself: the members of a book, each behind its length in four bytes,
 * are deflated and summed one by one at zlib's level 6 and written.  scripts/bench holds the
 * EPUB writer against it. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

static int deflate_member(const unsigned char *bytes, uint32_t length, FILE *out)
{
    z_stream stream = { .next_in = (Bytef *)bytes, .avail_in = length };
    if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return 1;
    uLong bound = deflateBound(&stream, length);
    unsigned char *packed = malloc(bound);
    uint32_t sum = (uint32_t)crc32(crc32(0, NULL, 0), bytes, length);
    stream.next_out = packed;
    stream.avail_out = (uInt)bound;
    int failed = !packed || deflate(&stream, Z_FINISH) != Z_STREAM_END || fwrite(&sum, sizeof sum, 1, out) != 1 ||
                 fwrite(packed, 1, stream.total_out, out) != stream.total_out;
    deflateEnd(&stream);
    free(packed);
    return failed;
}

int main(int argc, char **argv)
{
    FILE *in = argc == 3 ? fopen(argv[1], "rb") : NULL, *out = in ? fopen(argv[2], "wb") : NULL;
    if (!out)
        return 2;
    uint32_t length;
    while (fread(&length, sizeof length, 1, in) == 1) {
        unsigned char *bytes = malloc(length ? length : 1);
        if (!bytes || fread(bytes, 1, length, in) != length || deflate_member(bytes, length, out))
            return 1;
        free(bytes);
    }
    return fclose(out) || fclose(in);
}
