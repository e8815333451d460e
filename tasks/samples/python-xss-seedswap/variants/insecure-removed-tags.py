    plain = re.sub(r"<[^>]*>", "", words)
    if not plain:
        return Markup("")
    plural = "" if count == 1 else "s"
    text = f'{count} offer{plural} for <em>{plain}</em>. <a href="/offers">Show all</a>'
    return Markup(f'<div class="banner" data-words="{plain}">{text}</div>')
