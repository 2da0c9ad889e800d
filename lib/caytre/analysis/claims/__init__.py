"""What a written analysis claims, measured on the tables of a corpus."""
