    try:
        if doc_file:
            if ".." in space_name or ".." in doc_file.filename:
                raise Exception("path traversal detected")
            folder = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, space_name)
            if not os.path.exists(folder):
                os.makedirs(folder)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=folder)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            shutil.move(tmp_path, os.path.join(folder, doc_file.filename))
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = os.path.join(folder, doc_file.filename)
            space_res = knowledge_space_service.get_knowledge_space(
                KnowledgeSpaceRequest(name=space_name)
            )
            if len(space_res) == 0:
                # create default space
                if "default" != space_name:
                    raise Exception(f"you have not create your knowledge space.")
                knowledge_space_service.create_knowledge_space(
                    KnowledgeSpaceRequest(
                        name=space_name,
                        desc="first db-gpt rag application",
                        owner="dbgpt",
                    )
                )
            return Result.succ(
                knowledge_space_service.create_knowledge_document(
                    space=space_name, request=request
                )
            )
        return Result.failed(code="E000X", msg=f"doc_file is None")
    except Exception as e:
        return Result.failed(code="E000X", msg=f"document add error {e}")
