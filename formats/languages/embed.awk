# Turns the packs into one C array of strings; a line of a pack is a line of C.
BEGIN { print "/* Generated from formats/languages by embed.awk. */"; print "#include \"core/text/language.h\"\n"
        print "const char *const galley_language_packs[] = {" }
FNR == 1 && NR != 1 { print "    ," }
{ gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); print "    \"" $0 "\\n\"" }
END { print "    , 0\n};" }
