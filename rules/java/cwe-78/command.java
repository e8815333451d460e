import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Converts documents with a program of the system. */
class ConvertServlet extends HttpServlet {
    private static final Set<String> ALLOWED_FORMATS = Set.of("pdf", "png");

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String format = request.getParameter("format");
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("convert in." + format);
        Runtime runtime = Runtime.getRuntime();
        // ruleid: java-command-injection
        runtime.exec(new String[] {"sh", "-c", "convert in." + format});
        // the environment is as good as the command: LD_PRELOAD, PATH
        String[] environment = {"FORMAT=" + format};
        // ruleid: java-command-injection
        runtime.exec("convert in.pdf", environment, new File("/tmp"));
        // ok: java-command-injection
        runtime.exec("convert in.pdf");

        if (ALLOWED_FORMATS.contains(format)) {
            // ok: java-command-injection
            runtime.exec("convert in." + format);
        }
        if (!format.matches("[a-z]{3}")) throw new IOException("no format");
        // ok: java-command-injection
        runtime.exec("convert in." + format);
    }

    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("convert");
        command.add(option(request.getCookies()));
        // ruleid: java-command-injection
        new ProcessBuilder(command).start();
        ProcessBuilder builder = new ProcessBuilder();
        // ruleid: java-command-injection
        builder.command(command);
        // numbers carry nothing
        int pages = Integer.parseInt(request.getHeader("X-Pages"));
        // ok: java-command-injection
        builder.command("convert", "-pages", Integer.toString(pages));
        String known = "pdf".equals(request.getParameter("format")) ? "pdf" : "png";
        // ok: java-command-injection
        builder.command("convert", known);
    }

    private static String option(Cookie[] cookies) {
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals("option")) return cookie.getValue();
        }
        return "";
    }
}

/** The same in Spring: the framework fills annotated parameters from the request. */
@RestController
class ConvertController {
    @GetMapping("/convert/{name}")
    public void convert(@PathVariable String name, @RequestParam("size") int size) throws IOException {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("convert " + name);
        // ok: java-command-injection
        Runtime.getRuntime().exec("convert -size " + size);
    }

    @PostMapping("/rotate")
    public void rotate(String name) throws IOException {
        // ruleid: java-command-injection
        new ProcessBuilder("convert", "-rotate", name).start();
    }
}

/** And in JAX-RS. */
class ConvertResource {
    @GET
    public void convert(@QueryParam("name") String name) throws IOException {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("convert " + name);
    }
}
