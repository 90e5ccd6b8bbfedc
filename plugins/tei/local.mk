# plugins/tei
