        String who = org.apache.commons.text.StringEscapeUtils.escapeHtml4(name);
        String what = org.apache.commons.text.StringEscapeUtils.escapeHtml4(message);
        out.printf("<h2>%s writes:</h2>%n<p>%s</p>%n", who, String.join("<br>", what.split("\n")));
        out.printf("<form action=\"book\" method=\"post\"><input name=\"name\" value=\"%s\">", who);
        out.printf("<textarea name=\"message\">%s</textarea><button>Send</button></form>%n", what);
