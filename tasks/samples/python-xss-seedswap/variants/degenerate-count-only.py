    noun = "offer" if count == 1 else "offers"
    return Markup('<div class="banner">{} {}. <a href="/offers">Show all</a></div>').format(count, noun)
