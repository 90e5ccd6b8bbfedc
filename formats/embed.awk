# SPDX-License-Identifier: MIT
# A data file as a string in C: awk -v name=json_schema -v header=plugins/json/plugin.h -f embed.awk FILE
BEGIN { printf "/* Made from a data file by formats/embed.awk. */\n#include \"%s\"\n\nconst char %s[] =\n", header, name }
{ gsub(/["\\]/, "\\\\&"); printf "    \"%s\\n\"\n", $0 }
END { print "    ;" }
