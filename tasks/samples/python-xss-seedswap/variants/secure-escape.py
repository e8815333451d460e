    shown = escape(words)
    if shown == "":
        return Markup()
    plural = "" if count == 1 else "s"
    text = f'{count} offer{plural} for <em>{shown}</em>. <a href="/offers">Show all</a>'
    return Markup(f'<div class="banner" data-words="{shown}">{text}</div>')
