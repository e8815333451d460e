import javax.servlet.http.*;

public class ItemServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    request.setAttribute("name", request.getParameter("name"));
    request.setAttribute("size", 3);
    request.getRequestDispatcher("/web/item.jsp").forward(request, response);
  }
}
