    return Markup("")
