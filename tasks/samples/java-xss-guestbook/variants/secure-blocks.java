        String form = """
                <form method="post" action="book">
                <input name="name" value="%s">
                <textarea name="message">%s</textarea>
                <button>Send</button></form>
                """.formatted(Html.text(name), Html.text(message));
        String entry = "<h2>%s writes:</h2><p style=\"white-space: pre-line\">%s</p>";
        out.println(entry.formatted(Html.text(name), Html.text(message)));
        out.write(form);
