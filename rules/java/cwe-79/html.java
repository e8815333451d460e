import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.encoder.Encode;

/** Greets its visitors. */
class GreetingServlet {
    void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        // the header turns a filter of old browsers on; it protects nothing
        response.setHeader("X-XSS-Protection", "0");
        // ruleid: java-cross-site-scripting
        response.getWriter().println("<h1>Hello " + name + "</h1>");
        // ruleid: java-cross-site-scripting
        response.getWriter().write(name.toCharArray());
        Object[] values = {"dear", name};
        // ruleid: java-cross-site-scripting
        response.getWriter().printf("<h1>Hello %s %s</h1>", values);
        PrintWriter out = response.getWriter();
        // ruleid: java-cross-site-scripting
        out.print(name.trim());
        // ok: java-cross-site-scripting
        out.print(StringEscapeUtils.escapeHtml4(name));
        String encoded = Encode.forHtml(name);
        // ok: java-cross-site-scripting
        out.print("<h1>Hello " + encoded + "</h1>");
        // ruleid: java-cross-site-scripting
        out.print(StringEscapeUtils.unescapeHtml4(encoded));
        // ok: java-cross-site-scripting
        out.print(name.length());
    }

    /** Nobody renders JSON. */
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        // ok: java-cross-site-scripting
        response.getWriter().write("{\"name\": \"" + request.getParameter("name") + "\"}");
    }

    /** A writer to somewhere else is no page. */
    void log(HttpServletRequest request, PrintWriter file) {
        // ok: java-cross-site-scripting
        file.println(request.getParameter("name"));
    }
}

@Controller
class GreetingController {
    @GetMapping("/hello")
    @ResponseBody
    public String hello(@RequestParam String name) {
        // ruleid: java-cross-site-scripting
        return "<h1>Hello " + name + "</h1>";
    }

    @GetMapping("/view")
    public String view(@RequestParam String name) {
        // the name of a view is rendered by a template
        // ok: java-cross-site-scripting
        return "views/" + name;
    }
}
