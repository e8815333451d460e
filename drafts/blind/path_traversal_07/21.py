    try:
        if doc_file:
            space_dir = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, space_name)
            if not os.path.exists(space_dir):
                real_root = os.path.realpath(KNOWLEDGE_UPLOAD_ROOT_PATH)
                if os.path.dirname(os.path.realpath(space_dir)) != real_root:
                    raise Exception("space folder is outside of the knowledge folder")
                os.makedirs(space_dir)
            dest = os.path.join(space_dir, doc_file.filename.split("/")[-1].split("\\")[-1])
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_dir)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            shutil.move(tmp_path, dest)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = dest
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
