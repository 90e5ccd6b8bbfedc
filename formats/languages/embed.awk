# Turns the packs into one C array of strings; a line of a pack is a line of C.  A line that
# the reader of packs could not hold stops the build: it goes on in the next one, set in.
BEGIN { print "/* Generated from formats/languages by embed.awk. */"; print "#include \"core/text/language.h\"\n"
        print "const char *const galley_language_packs[] = {" }
length($0) > 198 { printf "%s:%d: longer than 198 bytes\n", FILENAME, FNR | "cat >&2"; bad = 1; exit 1 }
FNR == 1 && NR != 1 { print "    ," }
{ gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); print "    \"" $0 "\\n\"" }
END { if (!bad) print "    , 0\n};" }
