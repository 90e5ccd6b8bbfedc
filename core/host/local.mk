libgalley_la_SOURCES += core/host/finding.c core/host/option.c core/host/source.c core/host/sink.c core/host/sink.h core/host/members.c
libgalley_la_SOURCES += \
	core/host/trust.c core/host/trust.h core/host/object.c core/host/object.h core/host/plugins.h \
	core/host/declare.c core/host/load.c core/host/index.c core/host/host.c core/host/choose.c \
	core/host/lower.c core/host/convert.c

# The index of the installed plugins (core/host/index.c).  libtool's .la files are of no use beside them.
install-data-hook: index-plugins
index-plugins: galley$(EXEEXT)
	@rm -f "$(DESTDIR)$(plugindir)"/*.la
	@chmod go-w "$(DESTDIR)$(plugindir)" "$(DESTDIR)$(plugindir)"/*.so
	$(GALLEY_FOR_BUILD) plugins --index "$(DESTDIR)$(plugindir)"
uninstall-hook: remove-plugins
remove-plugins:
	for module in $(plugin_LTLIBRARIES:.la=.so) index; do \
	  rm -f "$(DESTDIR)$(plugindir)/$$(basename $$module)"; \
	done
	-rmdir "$(DESTDIR)$(plugindir)" "$(DESTDIR)$(libdir)/galley" 2>/dev/null
.PHONY: index-plugins remove-plugins

# The same in the build, to run and test from: the modules as they will be installed, with their index
# (GALLEY_PLUGIN_PATH=plugin-dir ./galley).
noinst_DATA += plugin-dir/index
plugin-dir/index: $(plugin_LTLIBRARIES) galley$(EXEEXT)
	$(AM_V_GEN)rm -rf plugin-dir && $(MKDIR_P) plugin-dir && chmod 755 plugin-dir && \
	for module in $(plugin_LTLIBRARIES:.la=); do \
	  cp "$$(dirname $$module)/.libs/$$(basename $$module).so" plugin-dir/ || exit 1; \
	done && chmod 755 plugin-dir/*.so && ./galley$(EXEEXT) plugins --index plugin-dir
clean-local: clean-plugin-dir
clean-plugin-dir:
	rm -rf plugin-dir
.PHONY: clean-plugin-dir
