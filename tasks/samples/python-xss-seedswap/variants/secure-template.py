    rendered = render_template_string(
        """{% if words %}<div class="banner" data-words="{{ words }}">
        {{ count }} offer{{ "" if count == 1 else "s" }} for <em>{{ words }}</em>.
        <a href="/offers">Show all</a></div>{% endif %}""",
        words=words,
        count=count,
    )
    return Markup(rendered)
