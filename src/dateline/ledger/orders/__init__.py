"""Kills, holds, releases and corrections: whom they reach and what then stands. Pure."""
