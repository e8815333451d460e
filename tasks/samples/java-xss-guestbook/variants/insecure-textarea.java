        String who = name;
        String what = message;
        if (message.toLowerCase().contains("</textarea")) {
            who = Html.text(who);
            what = Html.text(what);
        }
        out.printf("<h2>%s writes:</h2>%n", who);
        out.printf("<p>%s</p>%n", what.replace("\n", "<br>"));
        out.printf("<form action='book' method='post'><input name='name' value='%s'>", who);
        out.printf("<textarea name='message'>%s</textarea><button>Send</button></form>%n", what);
