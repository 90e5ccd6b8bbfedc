# plugins/markdown
