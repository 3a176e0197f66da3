"""The running program: composition root, command line, ingest, workers, delivery, ticks, health."""
