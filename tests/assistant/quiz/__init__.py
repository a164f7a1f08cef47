"""Tests of quiz items."""
