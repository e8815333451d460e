    if len(words) == 0:
        return Markup("")
    body = Markup('{} {} for <em>{}</em>. <a href="/offers">Show all</a>').format(
        count, "offer" if count == 1 else "offers", words
    )
    return Markup('<div class="banner" data-words="%s">' % words) + body + Markup("</div>")
