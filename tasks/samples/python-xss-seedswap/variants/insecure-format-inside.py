    if words == "":
        return Markup("")
    pattern = '<div class="banner" data-words="{0}">{1} {2} for <em>{0}</em>. <a href="/offers">Show all</a></div>'
    return Markup(pattern.format(words, count, "offer" if count == 1 else "offers"))
