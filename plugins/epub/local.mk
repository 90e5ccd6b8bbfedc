# plugins/epub
