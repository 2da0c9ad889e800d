"""From words to findings: tables in, tables out."""
