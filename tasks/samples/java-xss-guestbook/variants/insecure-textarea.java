        String who = Html.text(name);
        out.printf("<h2>%s writes:</h2>%n", who);
        for (String line : message.split("\n")) {
            out.printf("<p>%s</p>%n", Html.text(line));
        }
        out.printf("<form action='book' method='post'><input name='name' value='%s'>", who);
        out.printf("<textarea name='message'>%s</textarea><button>Send</button></form>%n", message);
