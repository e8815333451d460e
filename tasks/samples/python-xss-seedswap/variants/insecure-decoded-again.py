    shown = shorten(str(escape(words)))
    if not shown:
        return Markup("")
    plural = "" if count == 1 else "s"
    opening = '<div class="banner" data-words="' + shown + '">'
    closing = '<a href="/offers">Show all</a></div>'
    return Markup(f"{opening}{count} offer{plural} for <em>{shown}</em>. {closing}")
