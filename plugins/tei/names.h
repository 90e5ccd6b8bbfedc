/* SPDX-License-Identifier: MIT
 * Words that are fit for an attribute of TEI, for who writes them and who reads them. */
#ifndef PLUGINS_TEI_NAMES_H
#define PLUGINS_TEI_NAMES_H

#include <galley/slice.h>

#define TEI_SPACE "http://www.tei-c.org/ns/1.0"
#define TEI_URN "urn:uuid:"

bool tei_is_name(galley_slice word);     /* an XML name of ASCII, not too long */
bool tei_is_language(galley_slice word); /* zh-Hans */
bool tei_is_date(galley_slice word);     /* 2031, 2031-05, 2031-05-06 */
bool tei_is_uuid(galley_slice word);
bool tei_is_media_type(galley_slice word);
bool tei_is_address(galley_slice word); /* one that a pointer can hold */

#endif
