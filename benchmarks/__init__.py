"""Measurements that are made on demand; they fail nothing."""
