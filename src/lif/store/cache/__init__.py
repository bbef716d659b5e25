"""The cache inside `.git`: trees and diagnostics of earlier runs, so that unchanged records are not read again."""
