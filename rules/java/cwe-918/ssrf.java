import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.client.RestTemplate;

/** Shows pictures of other sites. */
class Previews {
    private final RestTemplate restTemplate = new RestTemplate();

    InputStream open(HttpServletRequest request) throws Exception {
        URL url = new URL(request.getParameter("url"));
        // ruleid: java-server-side-request-forgery
        return url.openStream();
    }

    InputStream allowed(HttpServletRequest request) throws Exception {
        URL url = new URL(request.getParameter("url"));
        if (!"images.example.org".equals(url.getHost())) throw new IllegalArgumentException("unknown host");
        // ok: java-server-side-request-forgery
        return url.openStream();
    }

    void template(HttpServletRequest request) {
        // ruleid: java-server-side-request-forgery
        restTemplate.getForObject(request.getParameter("url"), String.class);
        // only the path is left to choose
        // ok: java-server-side-request-forgery
        restTemplate.getForObject("https://images.example.org/" + request.getParameter("name"), String.class);
        // a host that is not finished is no fixed host
        // ruleid: java-server-side-request-forgery
        restTemplate.getForObject("https://images." + request.getParameter("domain"), String.class);
    }

    void client(HttpServletRequest request) {
        // ruleid: java-server-side-request-forgery
        HttpRequest.newBuilder(URI.create(request.getParameter("url"))).build();
        // ok: java-server-side-request-forgery
        HttpRequest.newBuilder(URI.create("https://images.example.org/")).header("X-Name", request.getParameter("name")).build();
    }
}
