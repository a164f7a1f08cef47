"""The area Kho văn bản: what is in the library, taking files in, reading and keeping a document."""
