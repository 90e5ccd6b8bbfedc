# The program: a thin coat over libgalley.
bin_PROGRAMS += galley
galley_SOURCES = cli/main.c cli/cli.h cli/declare.c cli/args.c cli/help.c cli/term.c cli/findings.c \
	cli/load.c cli/convert.c cli/summary.c cli/inspect.c cli/formats.c cli/plugins.c cli/json.c \
	cli/explain.c cli/explain_line.c cli/explain_article.c cli/reasons.c cli/explain.h \
	cli/generate.c cli/manual.c cli/completion.c
galley_LDADD = libgalley.la

# The program prints its manual and its completions.  When it cannot run here because it
# was built for another machine: make GALLEY_FOR_BUILD=/usr/bin/galley
GALLEY_FOR_BUILD = ./galley$(EXEEXT)
nodist_man_MANS += cli/galley.1
bashcompdir = $(datadir)/bash-completion/completions
nodist_bashcomp_DATA = cli/completions/galley
zshcompdir = $(datadir)/zsh/site-functions
nodist_zshcomp_DATA = cli/completions/_galley
CLEANFILES += cli/galley.1 cli/completions/galley cli/completions/_galley

cli/galley.1: galley$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) cli && $(GALLEY_FOR_BUILD) generate man >$@.new && mv $@.new $@
cli/completions/galley: galley$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) cli/completions && $(GALLEY_FOR_BUILD) generate bash >$@.new && mv $@.new $@
cli/completions/_galley: galley$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) cli/completions && $(GALLEY_FOR_BUILD) generate zsh >$@.new && mv $@.new $@
