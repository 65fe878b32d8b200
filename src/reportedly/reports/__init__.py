"""Reports as found and as read: files, pages, PDF, WARC."""
