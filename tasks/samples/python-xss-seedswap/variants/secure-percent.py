    pattern = Markup('<div class="banner" data-words="%s">%d %s for <em>%s</em>. <a href="/offers">Show all</a></div>')
    if words:
        return pattern % (words, count, "offer" if count == 1 else "offers", words)
    return Markup("")
