"""What stands beside the report: agenda, measures, map, timeline, sources, corrections."""
