"""How well the running assistant understands: labelled texts in, figures out. The texts are measured with, never kept."""
