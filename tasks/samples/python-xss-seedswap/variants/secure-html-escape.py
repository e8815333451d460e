    parts = []
    if words:
        encoded = html.escape(words)
        parts.append('<div class="banner" data-words="' + encoded + '">')
        parts.append(str(count) + (" offer" if count == 1 else " offers"))
        parts.append(" for <em>" + encoded + '</em>. <a href="/offers">Show all</a></div>')
    return Markup("".join(parts))
